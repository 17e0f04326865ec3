<!DOCTYPE qgis>
<qgis styleCategories="Symbology|Labeling|Fields|Forms|MapTips" version="3.40.0">
 <fieldConfiguration>
  <field name="scope">
   <editWidget type="ValueMap">
    <config>
     <Option type="Map">
      <Option name="map" type="List">
       <Option type="Map">
        <Option name="World" type="QString" value="world" />
       </Option>
       <Option type="Map">
        <Option name="Economy" type="QString" value="economy" />
       </Option>
       <Option type="Map">
        <Option name="Not stated" type="QString" value="not stated" />
       </Option>
      </Option>
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="addresses">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="0" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_located">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_faults">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_doubts">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_block">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_sub_city">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_city">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_coarser">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_other">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_not_stated">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_two_decimals">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="share_heaviest">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gini">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="3" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gii_2024_block">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gii_2024_sub_city">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gii_2024_city">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gii_2024_covered">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
  <field name="gii_2024_authors_city">
   <editWidget type="Range">
    <config>
     <Option type="Map">
      <Option name="AllowNull" type="bool" value="true" />
      <Option name="Precision" type="int" value="1" />
     </Option>
    </config>
   </editWidget>
  </field>
 </fieldConfiguration>
 <aliases>
  <alias field="scope" index="0" name="Scope" />
  <alias field="economy" index="1" name="Economy" />
  <alias field="rows" index="2" name="Rows" />
  <alias field="addresses" index="3" name="Addresses" />
  <alias field="share_located" index="4" name="Located, %" />
  <alias field="share_faults" index="5" name="At fault, %" />
  <alias field="share_doubts" index="6" name="In doubt, %" />
  <alias field="share_block" index="7" name="To the block, %" />
  <alias field="share_sub_city" index="8" name="To a part of the city, %" />
  <alias field="share_city" index="9" name="To the city, %" />
  <alias field="share_coarser" index="10" name="Coarser, %" />
  <alias field="share_other" index="11" name="Other level, %" />
  <alias field="share_not_stated" index="12" name="Level not stated, %" />
  <alias field="share_two_decimals" index="13" name="Two decimals or fewer, %" />
  <alias field="sites" index="14" name="Sites" />
  <alias field="share_heaviest" index="15" name="On the heaviest site, %" />
  <alias field="half_sites" index="16" name="Sites that hold half" />
  <alias field="gini" index="17" name="Gini coefficient" />
  <alias field="gii_2024_block" index="18" name="GII 2024: inventors to the block, %" />
  <alias field="gii_2024_sub_city" index="19" name="GII 2024: inventors to a part of the city, %" />
  <alias field="gii_2024_city" index="20" name="GII 2024: inventors to the city, %" />
  <alias field="gii_2024_covered" index="21" name="GII 2024: applications covered, %" />
  <alias field="gii_2024_authors_city" index="22" name="GII 2024: authors to the city, %" />
 </aliases>
 <previewExpression>coalesce("economy", represent_value("scope"))</previewExpression>
</qgis>
